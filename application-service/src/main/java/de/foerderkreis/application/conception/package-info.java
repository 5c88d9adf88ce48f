/**
 * The conception (F1): the document the towns judge, edited by sections, released and frozen by the
 * Landrat, revised after the round, adopted by the Kreistag (domain 2.16).
 */
@NullMarked
package de.foerderkreis.application.conception;

import org.jspecify.annotations.NullMarked;
