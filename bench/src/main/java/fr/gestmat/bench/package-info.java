/**
 * Decides how the product's speed is measured: every figure stands beside a limit, or as a ratio to
 * something measured in the same run on the same machine.
 */
@NullMarked
package fr.gestmat.bench;

import org.jspecify.annotations.NullMarked;
