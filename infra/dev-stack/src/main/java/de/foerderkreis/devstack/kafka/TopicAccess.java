package de.foerderkreis.devstack.kafka;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what with the topics that carry persons' names and addresses or the secrets of
 * one-time links: stakeholder-service writes them, notification-service alone reads them (ADR 16).
 * An installation sets the same entries on its own broker.
 */
public final class TopicAccess {

    /** Topics of {@code ContactState} and {@code InvitationIssued}. */
    public static final List<String> CONFIDENTIAL =
            List.of(
                    "foerderkreis.stakeholder.contacts.v1",
                    "foerderkreis.stakeholder.invitations.v1");

    private static final String WRITER = "stakeholder";
    private static final String READER = "notification";

    private TopicAccess() {}

    /** All entries; adding them again changes nothing. */
    public static List<AclBinding> entries() {
        var entries = new ArrayList<AclBinding>();
        for (String topic : CONFIDENTIAL) {
            allow(topic, WRITER, WRITE, DESCRIBE, CREATE, DESCRIBE_CONFIGS, ALTER_CONFIGS)
                    .forEach(entries::add);
            allow(topic, READER, READ, DESCRIBE).forEach(entries::add);
            // What the reader cannot handle is put aside with its content, and taken up again.
            allow(
                            topic + "-dlt",
                            READER,
                            WRITE,
                            READ,
                            DESCRIBE,
                            CREATE,
                            DESCRIBE_CONFIGS,
                            ALTER_CONFIGS)
                    .forEach(entries::add);
        }
        // With an entry on the cluster nobody but the broker may change these entries.
        var cluster =
                new ResourcePattern(
                        ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL);
        Stream.of(CREATE, DESCRIBE)
                .map(it -> new AclBinding(cluster, entry("*", it)))
                .forEach(entries::add);
        return entries;
    }

    private static Stream<AclBinding> allow(String topic, String user, AclOperation... operations) {
        var pattern = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        return Stream.of(operations).map(it -> new AclBinding(pattern, entry(user, it)));
    }

    private static AccessControlEntry entry(String user, AclOperation operation) {
        return new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
    }
}
