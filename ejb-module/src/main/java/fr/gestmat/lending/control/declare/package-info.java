/** What somebody who runs a stock may declare of a device without scanning it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.declare;
