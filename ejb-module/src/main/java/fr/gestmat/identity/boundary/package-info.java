/** Who calls, and what the grants let them see. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.identity.boundary;
