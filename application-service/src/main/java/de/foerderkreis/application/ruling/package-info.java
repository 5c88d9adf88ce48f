/** Informal answers of authorities that bind the planning (F30). */
@NullMarked
package de.foerderkreis.application.ruling;

import org.jspecify.annotations.NullMarked;
