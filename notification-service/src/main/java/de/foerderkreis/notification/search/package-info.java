/**
 * One search over what events told: cases, towns, bodies, meetings, resolutions, partners, tasks.
 */
@NullMarked
package de.foerderkreis.notification.search;

import org.jspecify.annotations.NullMarked;
