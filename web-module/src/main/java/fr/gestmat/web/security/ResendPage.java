package fr.gestmat.web.security;

import java.util.List;

/**
 * A form that could not be taken and is kept to be sent again.
 *
 * @param signOn whether the person must sign on first, in another tab
 * @param action where it was sent
 * @param fields what was typed
 */
public record ResendPage(boolean signOn, String action, List<PostedForm.Value> fields) {}
