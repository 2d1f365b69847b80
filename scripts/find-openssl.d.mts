export declare function findOpenssl(): string | undefined;
