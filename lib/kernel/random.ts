import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** Each call the next number, from 0 up to, not including, 1. */
export type Uniform = () => number;

/**
 * Numbers that fall the same way for the same seed on every machine: the Mersenne Twister MT19937 of M. Matsumoto and T. Nishimura, ACM
 * Transactions on Modeling and Computer Simulation 8 (1998) 3-30, 53 bits to a number. For simulations, never for secrets. Throws RangeError
 * unless the seed is a whole number from 0 below 2^32.
 */
export function uniformFrom(seed: number): Uniform {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) throw new RangeError(`not a seed: ${seed}`);
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}
