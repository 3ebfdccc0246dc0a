/** Decides what counts as memory in use: what a full collection leaves, here or in a server. */
@NullMarked
package fr.gestmat.bench.heap;

import org.jspecify.annotations.NullMarked;
