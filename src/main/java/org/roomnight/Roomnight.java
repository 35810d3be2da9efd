package org.roomnight;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Roomnight {
    public static void main(String[] args) {
        SpringApplication.run(Roomnight.class, args);
    }
}
