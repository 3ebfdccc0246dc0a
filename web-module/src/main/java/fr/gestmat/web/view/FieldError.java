package fr.gestmat.web.view;

/**
 * Something to correct in a form.
 *
 * @param field the name of the field, also the {@code id} of its input
 * @param message what is wrong and how to put it right
 */
public record FieldError(String field, String message) {}
