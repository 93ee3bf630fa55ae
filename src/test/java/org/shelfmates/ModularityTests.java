package org.shelfmates;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(ShelfmatesApplication.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.shelfmates");

    @Test
    void modulesUseOnlyWhatTheySay() {
        MODULES.verify();
    }

    @Test
    void theirDrawingIsWritten() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void repositoriesStayInTheirModule() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void controllersHoldNoTransaction() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CLASSES);
    }

    @Test
    void controllersAreNobodysToCall() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void entitiesStayInTheirModule() {
        MODULES.forEach(module -> noClasses()
                .that()
                .resideOutsideOfPackage(module.getBasePackage().getName() + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(module.getBasePackage().getName() + "..")
                        .and(annotatedWith("jakarta.persistence.Entity")))
                .check(CLASSES));
    }
}
