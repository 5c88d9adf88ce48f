/**
 * The dossier (domain 6.2): conception and annexes frozen at one moment, as accessible PDF and as
 * ZIP with originals and data; the same snapshot gives the same bytes.
 */
@NullMarked
package de.foerderkreis.application.dossier;

import org.jspecify.annotations.NullMarked;
