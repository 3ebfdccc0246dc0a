/** Accounts, what they were granted, and the portals and tokens that let them in. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.identity.entity;
