package de.foerderkreis.gateway.errors;

/** Everything the gateway itself refuses or cannot do; the type is stable and part of the API. */
public enum ProblemKind {
    BAD_REQUEST(400, "bad-request"),
    UNAUTHENTICATED(401, "unauthenticated"),
    INVALID_TOKEN(401, "invalid-token"),
    LOGIN_FAILED(401, "login-failed"),
    PROOF_REQUIRED(401, "second-factor-required"),
    PROOF_FAILED(401, "second-factor-failed"),
    FORBIDDEN(403, "forbidden"),
    CROSS_SITE(403, "cross-site-request"),
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    BODY_TOO_LARGE(413, "body-too-large"),
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    INTERNAL(500, "internal-error"),
    SERVICE_FAILED(502, "service-failed"),
    SERVICE_UNAVAILABLE(503, "service-unavailable"),
    LOGIN_UNAVAILABLE(503, "login-unavailable"),
    SERVICE_TIMEOUT(504, "service-timeout");

    private final int status;
    private final String type;

    ProblemKind(int status, String type) {
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    /** The last part of {@code urn:foerderkreis:problem:<type>}. */
    public String type() {
        return type;
    }

    /** The kind that fits an answer the container or the framework gave by status alone. */
    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> BODY_TOO_LARGE;
            case 429 -> TOO_MANY_REQUESTS;
            case 502 -> SERVICE_FAILED;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> SERVICE_TIMEOUT;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }

    /** Whether the same form may be sent again with hope of a better answer. */
    boolean worthSendingAgain() {
        return switch (this) {
            case UNAUTHENTICATED,
                    PROOF_REQUIRED,
                    PROOF_FAILED,
                    TOO_MANY_REQUESTS,
                    INTERNAL,
                    SERVICE_FAILED,
                    SERVICE_UNAVAILABLE,
                    LOGIN_UNAVAILABLE,
                    SERVICE_TIMEOUT ->
                    true;
            default -> false;
        };
    }

    /** Whether a trip to the identity provider is what has to be tried again. */
    boolean comesFromSignIn() {
        return this == LOGIN_FAILED || this == PROOF_REQUIRED || this == PROOF_FAILED;
    }

    /** Whether the service may have done its work although its answer is missing. */
    boolean perhapsDone() {
        return this == INTERNAL || this == SERVICE_FAILED || this == SERVICE_TIMEOUT;
    }
}
