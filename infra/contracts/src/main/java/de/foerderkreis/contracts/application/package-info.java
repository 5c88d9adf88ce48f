/** What application-service announces: cases, their requirements, resolutions and applications. */
@NullMarked
package de.foerderkreis.contracts.application;

import org.jspecify.annotations.NullMarked;
