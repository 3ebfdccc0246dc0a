/**
 * Who did what, when: the append-only journal that every write and every sensitive read leaves a
 * line in.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.journal;
