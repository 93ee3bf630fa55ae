package org.shelfmates;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "Shelfmates", sharedModules = "web")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ShelfmatesApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShelfmatesApplication.class, args);
    }
}
