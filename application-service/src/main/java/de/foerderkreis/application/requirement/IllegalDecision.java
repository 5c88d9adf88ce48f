package de.foerderkreis.application.requirement;

/** A decision the requirement's present state does not allow. */
class IllegalDecision extends RuntimeException {

    final transient RequirementStatus from;
    final transient RequirementStatus to;

    IllegalDecision(String code, RequirementStatus from, RequirementStatus to) {
        super("Requirement " + code + " is " + from + " and cannot become " + to);
        this.from = from;
        this.to = to;
    }
}
