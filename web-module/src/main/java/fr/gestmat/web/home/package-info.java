/** Where everybody arrives, and the pages that explain the service: help, accessibility, data. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.home;
