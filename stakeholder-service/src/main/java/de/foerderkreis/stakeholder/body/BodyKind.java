package de.foerderkreis.stakeholder.body;

import java.util.Set;

/** What sort of body it is; none of them decides. */
enum BodyKind {
    /** Accompanies a process, led by one unit (F60). */
    WORKING_GROUP(Set.of()),
    /** Steers the staff together with the state (F42). */
    DEPLOYMENT_MANAGEMENT(Set.of(Side.DISTRICT, Side.STATE)),
    /** For example of the heads of social departments (F63). */
    CONFERENCE(Set.of()),
    /** Of the chief administrative officers (F59). */
    OFFICIAL_MEETING(Set.of());

    private final Set<Side> joint;

    BodyKind(Set<Side> joint) {
        this.joint = joint;
    }

    /** The sides that have to be seated on the day it is founded. */
    Set<Side> joint() {
        return joint;
    }
}
