/** The registers that other systems read page by page: devices, loans, pupils. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.register;
