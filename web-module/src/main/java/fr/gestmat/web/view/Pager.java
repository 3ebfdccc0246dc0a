package fr.gestmat.web.view;

import java.util.Optional;

/**
 * Where a list that pages by key goes on, as {@code part/pager.jte} shows it.
 *
 * @param first the address of the beginning; absent on the first page
 * @param next the address of what follows; absent at the end
 */
public record Pager(Optional<String> first, Optional<String> next) {}
