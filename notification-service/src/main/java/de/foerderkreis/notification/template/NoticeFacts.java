package de.foerderkreis.notification.template;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a message may say. There is no component for a position, an amount, a reason or a
 * person: what is not here cannot get into a mail.
 *
 * @param title of the round or the case
 * @param municipality AGS of the town the message is about
 * @param dueOn last day of the deadline; it ends at 24:00 Europe/Berlin
 * @param stage 1 approval in principle, 2 grant
 * @param number of the reminder, from 1
 * @param on day it happened
 * @param at instant it happened, where the second counts
 * @param received answers so far
 * @param asked towns asked
 * @param late whether it came after the deadline
 * @param role realm role a task is for, upper case
 * @param page path in the portal where a task is done
 */
public record NoticeFacts(
        @Nullable UUID caseId,
        @Nullable UUID roundId,
        @Nullable String title,
        @Nullable String municipality,
        @Nullable LocalDate dueOn,
        @Nullable Integer stage,
        @Nullable Integer number,
        @Nullable LocalDate on,
        @Nullable Instant at,
        @Nullable Integer received,
        @Nullable Integer asked,
        boolean late,
        @Nullable String role,
        @Nullable String page) {

    private static final NoticeFacts NONE =
            new NoticeFacts(
                    null, null, null, null, null, null, null, null, null, null, null, false, null,
                    null);

    /** Nothing to say beyond the notice itself. */
    public static NoticeFacts none() {
        return NONE;
    }

    /** About a case. */
    public static NoticeFacts ofCase(UUID caseId) {
        return new NoticeFacts(
                caseId, null, null, null, null, null, null, null, null, null, null, false, null,
                null);
    }

    /** About a consultation round of a case. */
    public static NoticeFacts ofRound(UUID caseId, UUID roundId, @Nullable String title) {
        return new NoticeFacts(
                caseId, roundId, title, null, null, null, null, null, null, null, null, false, null,
                null);
    }

    public NoticeFacts municipality(String ags) {
        return new NoticeFacts(
                caseId, roundId, title, ags, dueOn, stage, number, on, at, received, asked, late,
                role, page);
    }

    public NoticeFacts due(@Nullable LocalDate day) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                day,
                stage,
                number,
                on,
                at,
                received,
                asked,
                late,
                role,
                page);
    }

    public NoticeFacts stage(int which) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                which,
                number,
                on,
                at,
                received,
                asked,
                late,
                role,
                page);
    }

    public NoticeFacts number(int which) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                stage,
                which,
                on,
                at,
                received,
                asked,
                late,
                role,
                page);
    }

    public NoticeFacts on(LocalDate day) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                stage,
                number,
                day,
                at,
                received,
                asked,
                late,
                role,
                page);
    }

    public NoticeFacts at(Instant instant) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                stage,
                number,
                on,
                instant,
                received,
                asked,
                late,
                role,
                page);
    }

    public NoticeFacts answers(int soFar, int outOf) {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                stage,
                number,
                on,
                at,
                soFar,
                outOf,
                late,
                role,
                page);
    }

    public NoticeFacts afterTheDeadline() {
        return new NoticeFacts(
                caseId,
                roundId,
                title,
                municipality,
                dueOn,
                stage,
                number,
                on,
                at,
                received,
                asked,
                true,
                role,
                page);
    }

    /** A task of a role, done on a page of the portal. */
    public NoticeFacts task(String what, String forRole, String where) {
        return new NoticeFacts(
                caseId,
                roundId,
                what,
                municipality,
                dueOn,
                stage,
                number,
                on,
                at,
                received,
                asked,
                late,
                forRole,
                where);
    }

    /** Says what it is about, where it is not the round or the case. */
    public NoticeFacts named(String what) {
        return new NoticeFacts(
                caseId,
                roundId,
                what,
                municipality,
                dueOn,
                stage,
                number,
                on,
                at,
                received,
                asked,
                late,
                role,
                page);
    }
}
