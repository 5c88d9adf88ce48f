/**
 * What the outside may send: origins, sizes, rates and headers, and the headers of every answer.
 */
@NullMarked
package de.foerderkreis.gateway.protection;

import org.jspecify.annotations.NullMarked;
