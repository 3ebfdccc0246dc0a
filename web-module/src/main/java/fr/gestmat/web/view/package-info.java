/**
 * How a page looks and speaks: rendering of templates, the frame around every page, texts, formats,
 * forms, messages after a redirect, static files and error pages. Knows nothing of any component.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.view;
