/**
 * Decides which of several servers does a piece of background work, and that a crash loses none.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.job;
