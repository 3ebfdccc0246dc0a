/** The rules of sign-on: passwords, lock-out, who an account is in the directory, which rights. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.identity.control;
