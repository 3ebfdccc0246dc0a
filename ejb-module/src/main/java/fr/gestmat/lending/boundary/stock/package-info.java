/** Use cases of the stock: models, devices, declarations, loans as lists. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.stock;
