/** The case page that reads like the conception, composed from all other modules. */
@NullMarked
package de.foerderkreis.application.casepage;

import org.jspecify.annotations.NullMarked;
