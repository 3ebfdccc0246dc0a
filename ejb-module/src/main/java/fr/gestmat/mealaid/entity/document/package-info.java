/** Rows of documents, of what their codes say, and of the certificates that vouch for them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.entity.document;
