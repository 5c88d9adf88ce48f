/** Migrations, identifiers and the second, technical way into the database. */
@NullMarked
package de.foerderkreis.platform.persistence;

import org.jspecify.annotations.NullMarked;
