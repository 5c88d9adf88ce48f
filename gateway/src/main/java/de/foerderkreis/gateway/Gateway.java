package de.foerderkreis.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The only door: sessions, login, routes and protection, no domain rule. */
@SpringBootApplication(proxyBeanMethods = false)
public class Gateway {

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }
}
