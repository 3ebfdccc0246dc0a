/**
 * Makes the AAF files of an invented territory of any size: the same seed gives the same files,
 * byte for byte, on every machine.
 */
@NullMarked
package fr.gestmat.demo.territory.aaf;

import org.jspecify.annotations.NullMarked;
