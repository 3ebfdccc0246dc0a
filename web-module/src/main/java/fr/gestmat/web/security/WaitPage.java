package fr.gestmat.web.security;

import java.util.List;
import java.util.Optional;

/**
 * A form that came too early after many others.
 *
 * @param seconds how long to wait before it is sent again
 * @param action where it was sent
 * @param kept what was typed, to be sent again from this page; absent if it holds a file or a
 *     password, which no page may keep: the browser still has it on the page before
 */
public record WaitPage(long seconds, String action, Optional<List<PostedForm.Value>> kept) {}
