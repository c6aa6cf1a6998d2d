// Colours of lib/web/look/palette.css, in figures: a mail has no custom properties to rely on. digest-room.ts counts on the measures.
export const STYLE = `
:root{color-scheme:light dark}
body{margin:0;background:#faf8f4;color:#1f1d1a;font:14px/19px -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:680px;margin:0 auto;padding:8px 16px}
h1{font-size:17px;line-height:22px;margin:0}
h2{font-size:13px;line-height:18px;margin:8px 0 0;color:#5f5a53}
h3{font-size:15px;line-height:20px;margin:0}
h3 .soft{font-weight:400;line-height:1}
p{margin:0}
.line{border-top:1px solid #e7e2d9;padding:4px 0}
.beside{display:flex;gap:8px;align-items:center}
.words{flex:1;min-width:0}
.soft{color:#5f5a53;font-size:13px}
.say{font-style:italic}
a{color:#1d6b54}
.buttons{white-space:nowrap;overflow:hidden}
.buttons a{display:inline-block;box-sizing:border-box;height:44px;margin:4px 4px 0 0;padding:10px 12px;border-radius:8px;font-weight:600;text-decoration:none;line-height:22px}
.beside .buttons a{margin:0}
.buttons .first{background:#1d6b54;color:#ffffff;border:1px solid #1d6b54}
.buttons .more{background:#ffffff;color:#1f1d1a;border:1px solid #8c867c}
.else{border-top:1px solid #e7e2d9;padding-top:7px;line-height:22px}
.answer{border-top:1px solid #e7e2d9;margin-top:4px;padding-top:3px;line-height:18px}
.foot{margin-top:4px;font-size:12px;line-height:17px}
.rest{display:none}
@media (min-width:600px){
main{max-width:800px}
.line{display:flex;gap:16px;align-items:center}
.buttons a{height:36px;padding:6px 12px;margin:0 0 0 4px}
.rest{display:inline}
}
@media (prefers-color-scheme:dark){
body{background:#161513;color:#f2eee7}
h2,.soft{color:#a8a196}
.line,.else,.answer{border-color:#35312b}
a{color:#6cc3a4}
.buttons .first{background:#6cc3a4;color:#161513;border-color:#6cc3a4}
.buttons .more{background:#201e1b;color:#f2eee7;border-color:#7b756b}
}`.replaceAll("\n", "");
