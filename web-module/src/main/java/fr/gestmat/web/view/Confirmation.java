package fr.gestmat.web.view;

import java.util.Map;

/**
 * What {@code view/confirm.jte} asks before something that can't be undone.
 *
 * @param title the question
 * @param text what will happen
 * @param action the address that the form is sent to
 * @param fields what the form sends besides
 * @param button the verb
 * @param back where "go back" leads
 */
public record Confirmation(
    String title,
    String text,
    String action,
    Map<String, String> fields,
    String button,
    String back) {}
