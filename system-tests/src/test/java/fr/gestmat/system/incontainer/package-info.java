/** The business called from inside the server, with a role, on the migrated database. */
@NullMarked
package fr.gestmat.system.incontainer;

import org.jspecify.annotations.NullMarked;
