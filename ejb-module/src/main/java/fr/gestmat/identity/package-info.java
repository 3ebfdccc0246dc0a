/**
 * Who people are, which rights they were given, and how they prove it: accounts, grants, sessions,
 * tokens and the portals that may speak for somebody.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.identity;
