#!/usr/bin/env bash
# Sets the entries of docs/adr/0016 on an installation's broker; setting them again changes nothing.
# The broker needs an authorizer with allow.everyone.if.no.acl.found=true, as Kafka's default refuses every topic without an entry,
# and no listener without a login: whoever names nobody is ANONYMOUS and would reach what stays open.
# Arguments: bootstrap servers, and a file with the administrator's client settings. Needs kafka-acls.sh on the PATH.
set -euo pipefail

acls() { kafka-acls.sh --bootstrap-server "$servers" --command-config "$settings" --add --force "$@"; }
servers="${1:?bootstrap servers}"
settings="${2:?file with the client settings of the administrator}"

for topic in foerderkreis.stakeholder.contacts.v1 foerderkreis.stakeholder.invitations.v1; do
    acls --topic "$topic" --allow-principal User:stakeholder \
        --operation Write --operation Describe --operation Create --operation DescribeConfigs --operation AlterConfigs
    acls --topic "$topic" --allow-principal User:notification --operation Read --operation Describe
    acls --topic "$topic-dlt" --allow-principal User:notification --operation Write --operation Read --operation Describe \
        --operation Create --operation DescribeConfigs --operation AlterConfigs
done
for service in application finance stakeholder notification; do
    acls --cluster --allow-principal "User:$service" --operation Create --operation Describe
done
