/** The pages of sign-on, of one's own account, and of who may do what. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.identity;
