import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  Outlet,
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { parseSearch, stringifySearch } from "./filters.ts";
import { ScreensContext } from "./screens.ts";
import type { Screens } from "./screens.ts";
import { Loading } from "./loading.tsx";
import { NotThere, PageTrouble } from "./page-trouble.tsx";
import type { Page } from "./page.ts";
import { newQueryClient } from "./queries.ts";
import { BareShell, Shell } from "./shell.tsx";
import { schemeKept, theme } from "./theme.ts";
import { UndoProvider } from "./undo-toast.tsx";

/** Draws the whole application into `place`. Called once, by web.tsx. */
export function openScreens(screens: Screens, place: HTMLElement): void {
  const router = routerFor(screens);
  const client = newQueryClient(() => void toSignIn());
  let leaving = false;
  const toSignIn = async () => {
    const { location, matches } = router.state;
    const here: string | undefined = matches.at(-1)?.fullPath;
    if (leaving || screens.pages.some((page) => page.bare === true && page.path === here)) return;
    leaving = true;
    await router.navigate({ to: screens.signInPath, search: { next: location.href }, replace: true });
    // What the sign-in page itself has begun to read stays.
    client.removeQueries({ type: "inactive" });
    leaving = false;
  };
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        colorSchemeManager={schemeKept}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={client}>
          <ScreensContext value={screens}>
            <UndoProvider>
              <RouterProvider router={router} />
            </UndoProvider>
          </ScreensContext>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

function routerFor(screens: Screens) {
  const root = createRootRoute({ component: Outlet });
  const framed = createRoute({ getParentRoute: () => root, id: "framed", component: Shell });
  const bare = createRoute({ getParentRoute: () => root, id: "bare", component: BareShell });
  const routeOf = (page: Page) =>
    createRoute({
      getParentRoute: () => (page.bare === true ? bare : framed),
      path: page.path,
      component: lazyRouteComponent(async () => ({ default: await page.load() })),
      // The screen of one person is not the screen of the next: half-written text must not wander.
      remountDeps: ({ params }) => params,
    });
  const elsewhere = createRoute({ getParentRoute: () => framed, path: "$", component: NotThere });
  framed.addChildren([...screens.pages.filter((page) => page.bare !== true).map(routeOf), elsewhere]);
  bare.addChildren(screens.pages.filter((page) => page.bare === true).map(routeOf));
  return createRouter({
    routeTree: root.addChildren([framed, bare]),
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingComponent: Loading,
    defaultPendingMs: 150,
    defaultErrorComponent: PageTrouble,
    scrollRestoration: true,
  });
}
