/**
 * The timetable of a case (F70 to F76): plan, forecast and actual, each as exact as it is known.
 */
@NullMarked
package de.foerderkreis.application.milestone;

import org.jspecify.annotations.NullMarked;
