/**
 * Decides how the whole product runs on one machine with nothing installed: a real MariaDB, the
 * configured Payara, a mail catcher, a simulated ENT and a sample territory.
 */
@NullMarked
package fr.gestmat.demo;

import org.jspecify.annotations.NullMarked;
