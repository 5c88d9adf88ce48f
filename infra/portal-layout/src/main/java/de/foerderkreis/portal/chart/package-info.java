/**
 * Charts as inline SVG made on the server: they print, need no script and are read aloud by their
 * title and description.
 */
@NullMarked
package de.foerderkreis.portal.chart;

import org.jspecify.annotations.NullMarked;
