/**
 * Who calls, and what they may touch: the words in which every component refuses by default. The
 * lowest room of the house; who somebody is and what they were given is decided in identity.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.access;
