package de.foerderkreis.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Owns who is told what, when and by which channel, and the home page that says what waits. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class NotificationService {

    public static void main(String[] args) {
        SpringApplication.run(NotificationService.class, args);
    }
}
