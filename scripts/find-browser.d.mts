export declare const whyNotChrome: string;
export declare function programInPath(name: string): string | undefined;
export declare function findBrowser(): string | undefined;
