/**
 * The JSON API of lending: scans, devices, loans, pupils and the document that fixes their form.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.lending.api;
