// Loaded with `--import` by the processes that run a package's tests against another version of its library.
import { readSwap, swapInNode } from './swap-library.ts';

const swap = readSwap();
if (swap !== undefined) swapInNode(swap);
