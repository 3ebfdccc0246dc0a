/** The desk where devices go out and come back by barcode. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.counter;
