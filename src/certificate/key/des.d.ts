declare module 'des.js' {
  interface Cipher {
    update(data: readonly number[]): number[];
    final(): number[];
  }
  interface CipherOptions {
    type: 'encrypt' | 'decrypt';
    key: readonly number[];
    iv: readonly number[];
    padding: boolean;
  }
  interface Algorithm {
    readonly name: string;
  }
  const des: {
    EDE: Algorithm;
    CBC: { instantiate(algorithm: Algorithm): { create(options: CipherOptions): Cipher } };
  };
  export default des;
}
