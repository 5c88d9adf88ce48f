package de.foerderkreis.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Owns the case: programmes, requirements, council history, applications and their snapshots. */
@SpringBootApplication(proxyBeanMethods = false)
public class ApplicationService {

    public static void main(String[] args) {
        SpringApplication.run(ApplicationService.class, args);
    }
}
