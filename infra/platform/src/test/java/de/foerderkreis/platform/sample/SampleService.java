package de.foerderkreis.platform.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Has what a service has: a keyed root with children, drafts of an organisation, an API and a page.
 */
@SpringBootApplication
public class SampleService {}
