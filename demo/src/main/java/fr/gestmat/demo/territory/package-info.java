/**
 * Decides what the invented region looks like that people try the product on: the same at every
 * start, with dates that follow today.
 */
@NullMarked
package fr.gestmat.demo.territory;

import org.jspecify.annotations.NullMarked;
